"""Random integers that are the same in every run and in every language."""


class RandomIntegers:
    """A linear congruential generator modulo 2**32. Its high bits count: the low ones have short periods."""

    def __init__(self, seed: int) -> None:
        self._state = seed

    def below(self, bound: int) -> int:
        """An integer from 0 to below a bound, which is at most 2**21, so that the product stays exact where numbers are doubles."""
        self._state = (self._state * 1664525 + 1013904223) % 2**32
        return self._state * bound // 2**32
