"""A roadmap with hostile texts."""

import json

from tests.paths import SMALL

EVIL = "</title></script><script>alert(1)</script> {{ 7*7 }} {% raw %} \"quoted\" 'x' &amp; *a* _b_ `c` [d](e) :smile: <!-- -->"


def hostile_data() -> str:
    """The small roadmap with texts that try to be something else."""
    quoted = json.dumps(EVIL)
    data = SMALL.read_text("utf-8")
    for title in (
        "Foundations",
        "Mathematics",
        "Gradient descent",
        "fast.ai Practical Deep Learning",
        "The Alpha Roadmap",
    ):
        data = data.replace(f"title: {title}\n", f"title: {quoted}\n", 1)
    data = data.replace("goal: Stand on firm ground.", f"goal: {quoted}").replace("also: [GD]", f"also: [{quoted}]")
    data = data.replace("summary: Follow the slope downhill.", f"summary: {quoted}")
    return data.replace("text: fast.ai,", f"text: {quoted},")
