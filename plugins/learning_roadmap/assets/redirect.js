/* Built by `make client` from the modules in ../client. */
"use strict";(()=>{var o=document.querySelector("li a");if(o){let e=new URL(o.href);location.search.length>1&&(e.search=location.search),location.hash.length>1&&(e.hash=location.hash),location.replace(e)}})();
