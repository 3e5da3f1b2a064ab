"""Hostile documents: each construct of Markdown, YAML, templates, logs and file names that could be turned against somebody."""

BODY = "\n\n## Phase 1: Go\n**Goal:** see\n\n### Part\n- [ ] one\n- [ ] two, three\n"


def _titled(*titles: str) -> list[str]:
    return [f"# {title}{BODY}" for title in titles]


# What a name, a heading or an item may try; N in fired(N) is the number of its document.
DOCUMENTS = (
    *_titled(
        'Learn Go" autofocus tabindex=1 onfocus="fired(N)',
        "Learn Go' onmouseover='fired(N)",
        "</title><script>fired(N)</script>",
        "&lt;/title&gt;&lt;script&gt;fired(N)&lt;/script&gt;",
        "&#34; onmouseover=&#34;fired(N)",
        "&amp;quot; onmouseover=&amp;quot;fired(N)",
        "<img src=x onerror=fired(N)>",
        "<svg/onload=fired(N)>",
        "A <!-- fired(N) --><script>fired(N)</script>",
        "{{ 7*1111111 }} {{ config.__class__ }}",
        "{% raw %}{% include 'mkdocs.yml' %}",
        "«site-name» «buttons» «version»",
        "!ENV [HOME, x] !!python/object:os.system",
        "null",
        "1.0",
        "- x: y # z",
        "'\"` \\ | > & %",
        "constructor",
        "__proto__",
        "Line&#10;injected: yes&NewLine;- nav: x",
        "A&#x202e;B",
        "A&#0;B&#27;[31m",
        "A\u202eB",
        "A&zwnj;B&shy;C&nbsp;D&ZeroWidthSpace;",
        "&#32;&nbsp;",
        "x" * 3990,
        "x" * 5000,
        "##[add-mask]go ::set-output name=a::b",
        "\u05d0\u05d1\u05d2 \u200f\u0627\u0644",
        "[Go](javascript:fired(N))",
        '[Go](https://example.org/"onmouseover="fired(N))',
        '![x](x" onerror="fired(N))',
        "*a* **b** `<script>fired(N)</script>` ~~c~~ {: onclick=fired(N) }",
        "# # #",
    ),
    f'Learn Go" onfocus="fired(N)\n===={BODY}',
    f"<h1 onclick=fired(N)>T</h1>\n<script>fired(N)</script>{BODY}",
    f"---\ntitle: '\" onfocus=\"fired(N)'\ntemplate: ../../x.html\nrender_macros: true\nhide: [x]\n---\n\n# T{BODY}",
    f"---\ntitle: !!python/object/apply:os.system [id]\n---\n\n# T{BODY}",
    f'\ufeff# T\r\n\r\n## Phase 1: <b onmouseover=fired(N)>\r\n- [ ] "><img src=x onerror=fired(N)>\r\n{BODY}',
    f"# T{BODY}\n[a]: javascript:fired(N) 'x\" onclick=\"fired(N)'\n\n- [b][a]\n",
    f"# T{BODY}\n- <javascript:fired(N)>\n- javascript:fired(N)\n- <https://example.org/'onclick='fired(N)>\n",
    f"# T{BODY}\n- [x](data:text/html,<script>fired(N)</script>)\n",
    f"# T{BODY}\n- [x](//evil.example/) [y](vbscript:fired(N)) [z](file:///etc/passwd)\n",
    f"# T{BODY}\n```html onload=fired(N)\n<script>fired(N)</script>\n```\n\n    <img src=x onerror=fired(N)>\n",
    f"# T{BODY}\n| <script>fired(N)</script> | b |\n|---|---|\n| {{{{ 7*1111111 }}}} | `x` |\n",
    f"# T{BODY}\n--8<-- 'mkdocs.yml'\n;--8<--\n{{!../mkdocs.yml!}}\n[[wiki]] $$x$$ \\(y\\) #read(\"/etc/passwd\")\n",
    f"# T{BODY}\n{{{{ topic('one') }}}} {{{{ start() }}}} {{% set a = 7*1111111 %}}{{{{ a }}}} roadmap:dashboard\n",
    f'# T{BODY}\n[^1]: <b onclick=fired(N)>x</b>\n\nTerm\n: <img src=x onerror=fired(N)>\n\n*[one]: " onmouseover="fired(N)\n',
    f"# T{BODY}\n> <iframe srcdoc='<script>parent.fired(N)</script>'></iframe>\n> - [ ] <details open ontoggle=fired(N)>\n",
    "# T\n\n" + "".join(f"{'  ' * depth}- <i id=a{depth} onclick=fired(N)>\n" for depth in range(9)),
    "# T\n\n" + "".join(f"{'  ' * depth}- <i onclick=fired(N)> {depth}\n" for depth in range(7)) + BODY,
    "# T\n\n" + "".join(f"## Phase {number}: \" onfocus=\"fired(N)\n- [ ] item {number} ' onfocus='fired(N)\n" for number in range(1, 6)),
    f'# T{BODY}\n## Resources\n### Books\n- "<script>fired(N)</script>" by " onfocus="fired(N)\n- [B](https://example.org/?q=%22onclick=%22fired(N))\n'
    f'\n## Papers\n1. "<b onclick=fired(N)>: x" (R)\n\n## Projects\n- </li><script>fired(N)</script>\n\n## Tips\n- "><svg onload=fired(N)>: y\n',
    f'# T{BODY}\n## Daily routine\n### Morning (1-2 hours)\n- <b onclick=fired(N)>\n\n### 6-Month Goals\n- "><img src=x onerror=fired(N)>\n',
    f"# T{BODY}\n- p\u0430ssword \u200b\u2060 e{chr(0x301) * 40}\n- lost \ufffd \u2028 \u2029\n",
    f"# T{BODY}\n- a\x1b]0;owned\x07b\n",
    f"# T{BODY}\n<<<<<<< HEAD\n- a\n=======\n- b\n>>>>>>> x\n",
    "\n".join(["[" * 300 + "x" + "]" * 300, "*" * 500, "`" * 500, "> " * 60 + "x", "<" * 500, "&" * 500, "&#x" * 200, "# T" + BODY]),
)


def numbered(number: int) -> str:
    """A document with its number in what it would fire."""
    return DOCUMENTS[number].replace("fired(N)", f"fired({number})")
