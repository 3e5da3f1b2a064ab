"""What each kind of line becomes, and what the line says about itself."""

from typing import Any

from learning_roadmap.merge import extract_fields
from learning_roadmap.merge.mentions import Claim
from learning_roadmap.model import RESOURCE_LINES, UNITS, ResourceKind
from learning_roadmap.model import ItemKind as Kind

HEADINGS = UNITS | {Kind.SECTION, Kind.LABEL}


def described(claim: Claim) -> tuple[str, dict[str, Any]]:
    """The title of a claim's entry, and its fields."""
    text, kind = claim.part.title, claim.kind
    if kind in RESOURCE_LINES:
        title, fields = extract_fields.resource(text, ResourceKind(kind.value), claim.item.url)
        return title, fields | ({"preferred": True} if "(preferred)" in text else {})
    match kind:
        case Kind.PAPER:
            must = any("must-read" in item.text.casefold() for item in claim.around)
            title, fields = extract_fields.paper(text)
            return title, fields | {"must_read": must, "url": claim.item.url}
        case Kind.PROJECT:
            return text, {"tier": extract_fields.tier([item.text for item in claim.around])}
        case Kind.MILESTONE:
            return text, {"months": extract_fields.months(text)}
        case Kind.MILESTONE_GOAL:
            return text, {"count": extract_fields.count(text)}
        case Kind.ROUTINE:
            return extract_fields.routine_block(text)
        case Kind.ROUTINE_ITEM:
            return extract_fields.routine_item(text)
        case Kind.TIP:
            return extract_fields.tip(text)
        case Kind.FORM_FIELD:
            return extract_fields.form_field(text)
        case Kind.CERTIFICATION:
            optional = any(item.optional for item in claim.around)
            return text, {"optional": optional}
        case _:
            return text, {}
