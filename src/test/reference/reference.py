"""Reference values for the tests of org.alongside.statistics, worked out without any of its code: python3 reference.py > ../resources/statistics/python.txt

Each line: what it is | what goes in | what must come out. Proportions are given as of, outOf; pairs as both, lost, gained, neither.
SciPy 1.17.1 where it has the method, else whole fractions and every way written out."""
import itertools
import random
from fractions import Fraction
from math import comb, sqrt

from scipy import stats

random.seed(28)


def say(what, goes_in, *out):
    print(what, " ".join(map(str, goes_in)), " ".join(repr(float(value)) for value in out), sep=" | ")


def wilson(k, n):
    found = stats.binomtest(k, n).proportion_ci(method="wilson")
    return found.low, found.high


def mcnemar(b, c):
    """Exact and mid-p in fractions; mid-p as in Fagerland, Lydersen and Laake 2013."""
    n, seen = b + c, Fraction(comb(b + c, b), 2 ** (b + c))
    p = min(Fraction(1), 2 * sum(Fraction(comb(n, k), 2 ** n) for k in range(min(b, c) + 1)))
    return p, 1 - seen / 2 if b == c else p - seen


def newcombe_paired(a, b, c, d):
    """Newcombe 1998, method 10, of after - before: p1 is after, p2 is before."""
    n = a + b + c + d
    p1, p2 = (a + c) / n, (a + b) / n
    (l1, u1), (l2, u2) = wilson(a + c, n), wilson(a + b, n)
    margins = (a + b) * (c + d) * (a + c) * (b + d)
    product = Fraction(a * d - b * c)
    if product > Fraction(n, 2):
        product -= Fraction(n, 2)
    elif product >= 0:
        product = 0
    phi = 0 if margins == 0 else float(product) / sqrt(margins)
    low = (p1 - p2) - sqrt((p1 - l1) ** 2 - 2 * phi * (p1 - l1) * (u2 - p2) + (u2 - p2) ** 2)
    high = (p1 - p2) + sqrt((u1 - p1) ** 2 - 2 * phi * (u1 - p1) * (p2 - l2) + (p2 - l2) ** 2)
    return low, high


def by_every_sign(differences):
    """Wilcoxon's signed-rank test by writing out all 2^n ways the signs could have fallen."""
    differences = [one for one in differences if one]
    ranks = stats.rankdata([abs(one) for one in differences]) * 2
    seen = sum(rank for rank, one in zip(ranks, differences) if one > 0)
    middle = sum(ranks) / 2
    extreme = sum(1 for signs in itertools.product((0, 1), repeat=len(ranks)) if abs(sum(rank for rank, sign in zip(ranks, signs) if sign) - middle) >= abs(seen - middle))
    return Fraction(extreme, 2 ** len(ranks)), seen / 2, sum(ranks) / 2 - seen / 2


def table(steps, differences):
    """A cross table of a scale in which people have these differences."""
    counts = [[0] * steps for _ in range(steps)]
    for one in differences:
        before = random.randint(max(0, -one), min(steps - 1, steps - 1 - one))
        counts[before][before + one] += 1
    return [steps] + [cell for row in counts for cell in row]


for k, n in [(5, 25), (18, 25), (31, 31), (0, 31), (0, 1), (1, 1), (1, 2), (1, 40), (39, 40), (50000, 100000), (1, 100000), (263, 408)]:
    say("wilson", (k, n), *wilson(k, n))

for b, c in [(1, 7), (5, 0), (0, 5), (6, 0), (0, 6), (1, 1), (4, 4), (3, 10), (5, 19), (18, 3), (25, 2), (6, 16), (60, 40), (0, 60), (400, 600), (1, 0)]:
    say("mcnemar", (b, c), *mcnemar(b, c))

for cells in [(1, 1, 7, 12), (1, 7, 1, 12), (14, 5, 0, 22), (14, 0, 5, 22), (13, 0, 18, 0), (0, 18, 13, 0), (59, 6, 16, 80), (59, 16, 6, 80), (7, 25, 2, 68), (10, 3, 3, 10), (20, 0, 0, 11), (0, 4, 9, 0), (0, 0, 0, 12),
              (12, 0, 0, 0), (0, 0, 12, 0), (0, 12, 0, 0), (1, 0, 0, 0), (0, 0, 1, 0), (36, 2, 12, 0), (5, 4, 4, 4), (40000, 9000, 11000, 40000), (2, 3, 5, 1)]:
    say("newcombe-paired", cells, *newcombe_paired(*cells))

for a, m, b, n in [(5, 20, 12, 22), (3, 4, 1, 4), (0, 5, 5, 5), (10, 21, 1, 1), (7, 34, 1, 34), (2, 5, 0, 2), (40, 100, 61, 100), (13, 31, 29, 40), (1, 10, 10, 10)]:
    say("fisher", (a, m, b, n), stats.fisher_exact([[a, m - a], [b, n - b]]).pvalue)

small = [(5, [0, 1, 1, 1, 2, 0, 1, 2, -1, 1, 0, 2]), (5, [1]), (5, [-1]), (5, [1, -1]), (5, [4, -4, 1]), (2, [1, 1, 1, -1, 1, 0, 1]), (11, [10, -9, 8, 7, -6, 5, 4, 3, 2, 1]), (5, [-1] * 6), (5, [1] * 5 + [2])]
small += [(steps, [random.choice([-1, 0, 1, 1, 2] if steps == 5 else range(-3, 6)) for _ in range(people)]) for steps, people in [(5, 8), (5, 14), (5, 14), (5, 12), (11, 9), (11, 13), (11, 14), (11, 14)]]
for steps, differences in small:
    say("signed-rank", table(steps, differences), *by_every_sign(differences))

for steps, spread in [(5, {-2: 3, -1: 9, 1: 24, 2: 11, 3: 2}), (5, {-1: 40, 1: 41}), (5, {-1: 1300, -2: 1500, -3: 900, 1: 1400, 2: 1450, 3: 1000, 4: 800}), (11, {-1: 8, -3: 5, 2: 19, 5: 4, 10: 1})]:
    differences = [size for size, people in spread.items() for _ in range(people)]
    found = stats.wilcoxon(differences, zero_method="wilcox", correction=True, method="asymptotic")
    say("signed-rank-normal", table(steps, differences), found.pvalue)
