"""What an examination found: errors, warnings and notes, in reading order."""

from dataclasses import dataclass

from learning_roadmap.diagnostics.problem import Problem
from learning_roadmap.diagnostics.rules import Severity


@dataclass(frozen=True)
class Findings:
    """Errors, warnings and notes, in reading order. Notes are about what is repaired automatically: nobody has to act on them."""

    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    notes: tuple[Problem, ...] = ()

    @property
    def all(self) -> list[tuple[Problem, Severity]]:
        """Every finding and its severity; notes at the end."""
        errors = [(problem, Severity.ERROR) for problem in self.errors]
        warnings = [(problem, Severity.WARNING) for problem in self.warnings]
        return sorted(errors + warnings, key=lambda found: found[0]) + [(problem, Severity.NOTE) for problem in self.notes]
