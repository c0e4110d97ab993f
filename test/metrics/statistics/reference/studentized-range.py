"""
Reference values for test/metrics/statistics/figures-against-r.test.ts: 1,000 tails of the studentized range from scipy 1.17,
not from R, whose ptukey is 10 % off at two degrees of freedom (ptukey(30, 10, 2) is .01226 for .01115). Cases are made as in figures.R.
Run: python3 test/metrics/statistics/reference/studentized-range.py > test/metrics/statistics/reference/studentized-range.json
"""
import json
from scipy.stats import studentized_range

M = 2147483647
tails = []
for seed in range(1, 1001):
    state = seed * 7919
    draws = []
    for _ in range(8):
        state = state * 48271 % M
        draws.append(state / M)
    q, groups, df = 1 + int(80 * draws[5]) / 10, 2 + int(9 * draws[6]), 2 + int(60 * draws[7])
    tails.append(float("%.9g" % studentized_range.sf(q, groups, df)))
print(json.dumps(tails))
