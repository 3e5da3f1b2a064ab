/* Built by `make client` from the modules in ../client. */
"use strict";(()=>{var n=document.querySelector("li a");if(n){let e=new URL(n.href);location.hash.length>1&&(e.hash=location.hash),location.replace(e)}})();
