"""What an examination found: errors and warnings, in reading order."""

from dataclasses import dataclass

from learning_roadmap.diagnostics.problem import Problem


@dataclass(frozen=True)
class Findings:
    """Errors and warnings, in reading order."""

    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]

    @property
    def all(self) -> list[tuple[Problem, bool]]:
        """Every finding, and whether it is an error."""
        return sorted([(problem, True) for problem in self.errors] + [(problem, False) for problem in self.warnings])
