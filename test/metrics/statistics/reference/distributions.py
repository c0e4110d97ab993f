"""
Reference values for test/metrics/statistics/distributions.test.ts.

Not R (scripts/validate/against-r.ts holds both beside it): mpmath 1.3.0 at 340 digits (130 for quantiles). The incomplete gamma and beta functions are summed here by
their series of positive terms (DLMF 8.7.1 and 8.17.8), the other tail as one minus that; never by the continued
fractions of the library. Every point of the grid is a binary64 number, so that the reference is of the very number
tested. Each quantile is solved for by bisection and secants on the same functions.

Run: python3 test/metrics/statistics/reference/distributions.py > test/metrics/statistics/reference/distributions.json
"""
import json
from mpmath import mp, mpf, exp, sqrt, nstr, log, loggamma

mp.dps = 340


def series(first, ratio):
    """Sum of positive terms; ratio(k) is term k + 1 over term k."""
    total = term = first
    k = 0
    while True:
        r = ratio(k)
        term *= r
        total += term
        k += 1
        if r < 0.999999 and term < total * mpf(10) ** -(mp.dps + 8) * (1 - r):
            return total


def gamma_lower(a, x):
    return exp(a * log(x) - x - loggamma(a + 1)) * series(mpf(1), lambda k: x / (a + 1 + k))


def gamma_tails(a, x):
    if x < a:
        lower = gamma_lower(a, x)
        return lower, 1 - lower
    if x > a + 60 * sqrt(a) + 800:
        return mpf(1), mpf(0)
    lower = gamma_lower(a, x)
    return lower, 1 - lower


def beta_lower(a, b, x, y):
    first = exp(a * log(x) + b * log(y) + loggamma(a + b) - loggamma(a + 1) - loggamma(b))
    return first * series(mpf(1), lambda k: (a + b + k) * x / (a + 1 + k))


def beta_tails(a, b, x, y):
    """The series of the side where x is small converges fastest; the digits are enough for what cancels."""
    if x > y:
        upper, lower = beta_tails(b, a, y, x)
        return lower, upper
    size = exp(a * log(x) + b * log(y) + loggamma(a + b) - loggamma(a) - loggamma(b))
    if x > a / (a + b) and size < mpf('1e-305'):
        return mpf(1), mpf(0)
    lower = beta_lower(a, b, x, y)
    return lower, 1 - lower


def chi2(x, df):
    return gamma_tails(mpf(df) / 2, mpf(x) / 2)


def f(x, d1, d2):
    r = mpf(x) * d1 / d2
    return beta_tails(mpf(d1) / 2, mpf(d2) / 2, r / (1 + r), 1 / (1 + r))


def square_tails(t, df):
    t2 = mpf(t) ** 2
    if df is None:
        return gamma_tails(mpf(1) / 2, t2 / 2)
    return beta_tails(mpf(1) / 2, mpf(df) / 2, t2 / (df + t2), df / (df + t2))


def symmetric(t, df):
    if t == 0:
        return mpf(1) / 2, mpf(1) / 2
    within, beyond = square_tails(t, df)
    far = beyond / 2
    return (far, 1 - far) if t < 0 else (1 - far, far)


def solve(tails, target, upper):
    """The positive point whose lower (or upper) tail is `target`: bisection to 1e-3 on its logarithm, then secants."""
    k = 1 if upper else 0
    rising = not upper
    mp.dps = 130
    lo, hi = mpf(-300), mpf(9)
    while upper and tails(exp(hi))[k] > target:
        hi += 30
    while hi - lo > mpf('1e-3'):
        mid = (lo + hi) / 2
        if (tails(exp(mid))[k] < target) == rising:
            lo = mid
        else:
            hi = mid
    g = lambda u: log(tails(exp(u))[k]) - log(target)
    u0, u1 = lo, hi
    g0, g1 = g(u0), g(u1)
    while abs(u1 - u0) > mpf('1e-30') and g1 != g0:
        u0, u1, g0 = u1, u1 - g1 * (u1 - u0) / (g1 - g0), g1
        g1 = g(u1)
    mp.dps = 340
    return exp(u1)


s = lambda v: nstr(v, 20, min_fixed=1, max_fixed=0)
out = {'normal': [], 't': [], 'chiSquared': [], 'f': [], 'quantiles': []}
for z in [-38, -30.5, -20, -12.25, -8, -5, -3, -1.959963984540054, -1, -0.5, -1e-3, -1e-10, 0, 1e-10, 0.25, 0.67448975, 1, 1.5, 1.7, 1.8, 2, 2.5, 4, 6, 10, 37]:
    lo, up = symmetric(z, None)
    out['normal'].append([z, s(lo), s(up)])
for df in [1, 2, 3, 4.5, 9, 9.14318352912414, 30, 62, 100, 443, 1000, 25000, 1000000]:
    for t in [-1e6, -1000, -50, -12, -5, -2, -0.75, -1e-6, 0, 0.1, 0.5, 1, 1.7, 2.262157162798205, 3, 4.062127683382037, 8, 25, 100, 1e4]:
        lo, up = symmetric(t, df)
        if min(lo, up) > mpf('1e-300'):
            out['t'].append([t, df, s(lo), s(up)])
for df in [1, 2, 3, 4, 5, 7.5, 10, 27, 63, 100, 500, 5819, 100000]:
    for m in [1e-8, 1e-3, 0.1, 0.3, 0.6, 0.8, 0.95, 1, 1.05, 1.2, 1.5, 2, 3, 5, 10, 50]:
        x = m * df
        lo, up = chi2(x, df)
        if min(lo, up) > mpf('1e-300'):
            out['chiSquared'].append([x, df, s(lo), s(up)])
for d1, d2 in [(1, 1), (1, 9), (2, 63), (4, 20), (5, 15), (9, 9142), (3.5, 11.25), (30, 2), (99, 2772), (1000, 1000), (27, 157113), (50000, 7)]:
    for x in [1e-12, 1e-5, 0.01, 0.2, 0.5, 0.9, 1, 1.1, 1.5, 2, 4.481, 10, 94.76896135161758, 1000, 1e6]:
        lo, up = f(x, d1, d2)
        if min(lo, up) > mpf('1e-300'):
            out['f'].append([x, d1, d2, s(lo), s(up)])
probabilities = [1e-100, 1e-20, 1e-8, 1e-4, 0.005, 0.025, 0.1, 0.3, 0.45, 0.499, 0.5, 0.55, 0.7, 0.9, 0.975, 0.999]
tiny = [1e-100, 1e-16, 1e-6, 0.01]
for kind, tails, df in (
    [('chiSquared', (lambda d: lambda x: chi2(x, d))(d), [d]) for d in [1, 2, 5, 10, 100, 5819]]
    + [('f', (lambda d, e: lambda x: f(x, d, e))(d, e), [d, e]) for d, e in [(1, 9), (2, 63), (5, 15), (30, 2), (99, 2772)]]
):
    for p in probabilities:
        out['quantiles'].append([kind, df, 'probability', p, s(solve(tails, mpf(p), False))])
    for p in tiny:
        out['quantiles'].append([kind, df, 'upperTail', p, s(solve(tails, mpf(p), True))])
for kind, df in [('normal', None)] + [('t', d) for d in [1, 2, 4.5, 9, 30, 443, 25000]]:
    for p in probabilities:
        if p == 0.5:
            continue
        beyond = 2 * min(mpf(p), 1 - mpf(p))
        if beyond > mpf('0.5'):
            q = solve(lambda x: square_tails(x, df), 1 - beyond, False)
        else:
            q = solve(lambda x: square_tails(x, df), beyond, True)
        out['quantiles'].append([kind, [] if df is None else [df], 'probability', p, s(q if p > 0.5 else -q)])
print(json.dumps(out, separators=(',', ':')).replace('],[', '],\n['))
