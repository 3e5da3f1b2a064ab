"""Where a learner stands: the next question, and what the answers settle.

A sample of 1,024 imagined learners stands for all that somebody may know. Each of them knows with a topic also its prerequisites. An answer
divides the weight of every imagined learner whom it contradicts by three; for the topics of its own phase, by 27. A topic is known if learners
with four fifths of the weight know it, and unknown if learners with four fifths of the weight do not. The next question is the one on which the
weight is divided most evenly.

Both rules are from knowledge space theory: the multiplicative updating rule and the half-split rule of J.-C. Falmagne and J.-P. Doignon, "A class
of stochastic procedures for the assessment of knowledge", British Journal of Mathematical and Statistical Psychology 41 (1988), pages 1-23,
doi:10.1111/j.2044-8317.1988.tb00884.x. They apply them to all states of knowledge; a map of 500 topics has too many, hence the sample. In a
sample, nobody resembles a learner in all phases; therefore who gives the same answers in a phase counts most there.

A wrong answer costs a factor and no more, so that others can outweigh it. A quarter of the imagined learners know nothing, so nothing is
known while all answers are no: the others never have four fifths of the weight.

The weights are integers below 2**53, and a quotient of two is rounded in the same way everywhere. ``client/graph/placement.ts`` has therefore
the same results; ``tests/data/graph/placement`` ensures it.
"""

from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from learning_roadmap.graph.imagined_learners import LEARNERS, Sample, TopicOrder, reached

Answer = Literal["yes", "roughly", "no"]
Verdict = Literal["known", "unknown", "undecided"]

MOST_QUESTIONS = 25
# What a contradiction divides the weight of a learner by, and how many times an answer counts for the topics of its phase.
FACTOR = 3
NEARBY = 3
# Who is contradicted this many times more often than another has no weight: all weights together stay below 2**53.
MOST_CONTRADICTIONS = 20
# Settled at 4/5 of the weight.
SETTLED = 0.8
# Finished when less than 1/32 of the topics is undecided, but not before 3/5 of the most questions.
LEFT_OVER = 32
FEWEST, FEWEST_OF = 3, 5


@dataclass(frozen=True)
class Placement:
    """The next question, or None at the end; the most questions that there will be; and what is settled about each topic.

    If a topic is known, all its prerequisites are known. A topic whose answer was no or roughly is unknown.
    """

    question: int | None
    most_questions: int
    verdicts: tuple[Verdict, ...]


def place(
    sample: Sample,
    answers: Mapping[int, Answer],
    *,
    questions: AbstractSet[int],
    scope: AbstractSet[int] | None = None,
    ticked: AbstractSet[int] = frozenset(),
) -> Placement:
    """Where a learner stands after some answers, by topic. The order of the answers does not matter; nothing else is remembered.

    ``questions`` are the topics that can be asked about. ``scope`` are those that the placement is about, by default all; of the others, only the
    prerequisites of known topics are settled. ``ticked`` are topics that the learner has done: they and their prerequisites are known.

    There are 15 to 25 questions; for fewer than 75 topics that are not ticked, one for three of them at most. No question is asked twice.

    Time: O(1024 * (topics + answers * phases) + prerequisites); nearly all of it adds the weights of those who know a topic.
    """
    order = sample.order
    topics = range(len(order.needs))
    certain = order.with_prerequisites(ticked)
    about = set(topics if scope is None else scope) - certain
    answers = {topic: answer for topic, answer in answers.items() if topic not in certain}
    weights = _weights(sample, answers, certain)
    totals = {phase: sum(each) for phase, each in weights.items()}

    def share(topic: int) -> float:
        """The share of the weight that knows a topic."""
        phase = order.phases[topic]
        each = weights[phase]
        return 1.0 if topic in certain else sum([each[learner] for learner in sample.knowing[topic]]) / totals[phase]

    shares = [share(topic) for topic in topics]
    known = _known(order, answers, shares)
    confirmed = order.with_prerequisites(known.intersection(about) | certain)
    verdicts: list[Verdict] = ["undecided"] * len(topics)
    for topic in topics:
        if topic in confirmed:
            verdicts[topic] = "known"
        elif topic not in about:
            continue
        elif topic in answers:
            verdicts[topic] = "undecided" if answers[topic] == "yes" else "unknown"
        elif 1 - shares[topic] >= SETTLED:
            verdicts[topic] = "unknown"

    most_questions = min(MOST_QUESTIONS, (len(about) + 2) // 3)
    count = len(answers.keys() & about)
    undecided = sum(verdicts[topic] == "undecided" for topic in about)
    is_doubtful = LEFT_OVER * undecided >= len(about) or FEWEST_OF * count < FEWEST * most_questions
    choice = sorted(about.intersection(questions).difference(answers)) if count < most_questions and is_doubtful else []
    question = min(choice, key=lambda topic: abs(shares[topic] - 0.5), default=None)
    return Placement(question, most_questions, tuple(verdicts))


def _weights(sample: Sample, answers: Mapping[int, Answer], certain: AbstractSet[int]) -> dict[int, list[int]]:
    """The weights of the imagined learners for the topics of each phase: powers of three."""
    phases = sample.order.phases
    counts = {phase: [0] * LEARNERS for phase in phases}
    for topic, answer in answers.items():
        contradicted = _contradicted(sample, topic, answer, certain)
        for phase, contradictions in counts.items():
            times = NEARBY if phase == phases[topic] else 1
            for learner in contradicted:
                contradictions[learner] += times
    powers = [FACTOR ** (MOST_CONTRADICTIONS - count) for count in range(MOST_CONTRADICTIONS + 1)] + [0]
    return {
        phase: [powers[min(count - least, MOST_CONTRADICTIONS + 1)] for count in contradictions]
        for phase, contradictions in counts.items()
        for least in [min(contradictions)]
    }


def _contradicted(sample: Sample, topic: int, answer: Answer, certain: AbstractSet[int]) -> Collection[int]:
    """The learners whom an answer contradicts. "Roughly" fits who knows what the topic needs, but not the topic."""
    if answer == "no":
        return sample.knowing[topic]
    agreeing = set(sample.knowing[topic])
    if answer == "roughly":
        ready = set(range(LEARNERS))
        for need in sample.order.needs[topic]:
            if need not in certain:
                ready.intersection_update(sample.knowing[need])
        agreeing = ready - agreeing
    return [learner for learner in range(LEARNERS) if learner not in agreeing]


def _known(order: TopicOrder, answers: Mapping[int, Answer], shares: Sequence[float]) -> set[int]:
    """The likely topics without those that the learner denied, and without what needs any other topic."""
    others = [topic for topic, share in enumerate(shares) if share < SETTLED or answers.get(topic, "yes") != "yes"]
    return set(range(len(shares))) - reached(others, order.dependents)
