"""Any document is imported or refused, and a second import changes nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import document, refused

LINES = [
    "# T", "## Phase 1: A", "### S",
    "- a, b (c, d)", "  - b", "    - c and d", "1. **x**", "✅ **g**", "*Duration: 2 weeks*", "- **L:** x, y", "", "---",
    "> q", "```", "<!-- x -->", "| a |", "1️⃣ z", "- [ ] 1.1.1 n", "Goal: g", "____", "- p: ____", "## Resources", "### Books", '- "B" by A. C',
    "## Papers", '1. "P: q" (R)', "### 6-Month Goals", "- Build 5 things", "## Daily routine", "### Morning (1-2 hours)", "- [x](https://a.example/)",
    "- a", "- A", "- as", "- b/a", "## Projects", "### Beginner", "- c", "## Tips", "- Code: daily", "### Practice", "- do a", "**Level:** Beginner",
]  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=16))
def test_any_combination_of_lines_is_imported_or_refused(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    refused(document, "\n".join(lines).encode(), tmp_path_factory.getbasetemp())


@settings(deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_imported_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    refused(document, text.encode("utf-8", "surrogatepass"), tmp_path_factory.getbasetemp())
