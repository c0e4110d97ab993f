# Reference values for test/metrics/statistics/figures-against-r.test.ts: 1,000 random cases of each figure, from R 4.2.2 with
# psych, survey, survival and metafor. Both sides make the same cases from the same seeds (a linear congruential
# generator whose every step is exact in a double), so only results are kept, to 7 digits.
# Run: Rscript test/metrics/statistics/reference/figures.R > test/metrics/statistics/reference/figures.json
suppressMessages({ library(psych); library(survey); library(survival); library(metafor) })
options(warn = -1)
state <- 1
seed <- function(n) { state <<- n * 7919; for (i in 1:5) uniform() }
uniform <- function() { state <<- (state * 48271) %% 2147483647; state / 2147483647 }
below <- function(n) floor(uniform() * n)
draw <- function(n, f) vapply(seq_len(n), function(i) f(), 0)

likert <- function() {
  people <- 20 + below(40); items <- 4 + below(4)
  t(vapply(seq_len(people), function(i) {
    common <- uniform(); draw(items, function() 1 + floor(5 * (0.6 * common + 0.4 * uniform())))
  }, numeric(items)))
}
cases <- list(
  alpha = function() {
    x <- likert(); n <- nrow(x); k <- ncol(x)
    a <- psych::alpha(x, check.keys = FALSE, n.iter = 1, warnings = FALSE)$total$raw_alpha
    c(a, 1 - (1 - a) * qf(.975, n - 1, (n - 1) * (k - 1)), 1 - (1 - a) * qf(.025, n - 1, (n - 1) * (k - 1)))
  },
  omega = function() {
    x <- likert(); s <- apply(x, 2, sd)
    l <- optim_minres(cor(x))
    if (max(abs(l)) >= 0.99) return(NA)
    sum(l * s)^2 / (sum(l * s)^2 + sum((1 - l^2) * s^2))
  },
  icc = function() {
    people <- 6 + below(20); raters <- 2 + below(4)
    x <- t(vapply(seq_len(people), function(i) { own <- 6 * uniform(); draw(raters, function() floor(own + 5 * uniform())) }, numeric(raters)))
    r <- psych::ICC(x, lmer = FALSE)$results
    c(r$ICC[1], r$"lower bound"[1], r$"upper bound"[1], r$ICC[2], r$"lower bound"[2], r$"upper bound"[2], r$ICC[6], r$"lower bound"[6], r$"upper bound"[6])
  },
  kappa = function() {
    k <- 2 + below(3); x <- matrix(draw(k * k, function() 1 + below(20)), k, byrow = TRUE)
    w <- outer(1:k, 1:k, function(i, j) 1 - (i - j)^2 / (k - 1)^2)
    r <- psych::cohen.kappa(x, w = w)
    c(r$kappa, r$weighted.kappa)
  },
  weightedMean = function() {
    n <- 5 + below(40); y <- draw(n, function() below(10)); w <- draw(n, function() 1 + below(7))
    if (length(unique(y)) == 1) return(NA)
    m <- svymean(~y, svydesign(~1, weights = ~w, data = data.frame(y, w)))
    c(coef(m), confint(m, df = n - 1))
  },
  weightedShare = function() {
    n <- 10 + below(40); y <- draw(n, function() as.numeric(uniform() < 0.4)); w <- draw(n, function() 1 + below(7))
    if (length(unique(y)) == 1) return(NA)
    m <- svymean(~y, svydesign(~1, weights = ~w, data = data.frame(y, w)))
    p <- coef(m); half <- qt(.975, n - 1) * SE(m) / (p * (1 - p))
    c(p, plogis(qlogis(p) - half), plogis(qlogis(p) + half))
  },
  anova = function() {
    groups <- 3 + below(3); y <- list(); for (g in 1:groups) { n <- 3 + below(8); y[[g]] <- draw(n, function() below(20) + g) }
    a <- anova(lm(unlist(y) ~ factor(rep(seq_along(y), lengths(y)))))
    c(a$F[1], a$P[1])
  },
  median = function() {
    n <- 10 + below(30); days <- numeric(n); done <- numeric(n)
    for (i in 1:n) { days[i] <- 1 + below(40); done[i] <- as.numeric(uniform() < 0.7) }
    unname(quantile(survfit(Surv(days, done) ~ 1), .5, conf.int = FALSE))
  },
  gains = function() {
    n <- 5 + below(25); before <- numeric(n); after <- numeric(n)
    for (i in 1:n) { before[i] <- below(40); after[i] <- floor(before[i] / 2) + below(30) }
    d <- after - before; t <- mean(d) / (sd(d) / sqrt(n))
    j <- exp(lgamma((n - 1) / 2) - lgamma((n - 2) / 2)) / sqrt((n - 1) / 2)
    ncp <- function(p) uniroot(function(x) pt(t, n - 1, x) - p, c(t - 12, t + 12), tol = 1e-12)$root
    r <- t.test(after, before, paired = TRUE)
    c(r$conf.int, r$p.value, j * mean(d) / sd(d), ncp(.975) / sqrt(n), ncp(.025) / sqrt(n))
  },
  ancova = function() {
    g <- c(rep(1, 4 + below(8)), rep(0, 4 + below(8))); before <- numeric(length(g)); after <- before
    for (i in seq_along(g)) { before[i] <- below(30); after[i] <- before[i] + below(20) + 3 * g[i] }
    m <- lm(after ~ g + before)
    c(coef(m)[2], confint(m)[2, ])
  },
  pooled = function() {
    k <- 3 + below(6); effect <- numeric(k); v <- numeric(k)
    for (i in 1:k) { effect[i] <- round(2 * uniform(), 6); v[i] <- round(0.01 + 0.1 * uniform(), 6) }
    m <- tryCatch(rma(effect, v, method = "REML", test = "knha", control = list(threshold = 1e-12, maxiter = 10000, stepadj = 0.5)), error = function(e) NULL)
    if (is.null(m)) NA else c(m$beta, m$ci.lb, m$ci.ub)
  },
  welch = function() {
    arm <- function(more) { n <- 3 + below(10); draw(n, function() below(20) + more) }
    x <- arm(3); y <- arm(0)
    if (sd(x) + sd(y) == 0) return(NA)
    r <- t.test(x, y)
    c(mean(x) - mean(y), r$conf.int, r$p.value)
  },
  trend = function() {
    b <- 4 + below(12); a <- 1 + below(6); y <- draw(b + a, function() below(50))
    x <- 0:(b - 1); m <- lm(y[1:b] ~ x); s <- summary(m)$sigma
    if (s < 1e-9) return(NA)
    at <- mean(b:(b + a - 1)); e <- mean(y[(b + 1):(b + a)]) - sum(coef(m) * c(1, at))
    half <- qt(.975, b - 2) * s * sqrt(1 / a + 1 / b + (at - mean(x))^2 / sum((x - mean(x))^2))
    c(e, e - half, e + half)
  }
)
# psych::fa(fm = "minres") stops at 1e-5 of its own optimiser; the same least squares, by R's optim with derivatives, to the end.
optim_minres <- function(r) {
  off <- row(r) != col(r)
  f <- function(l) sum(((r - l %o% l)[off])^2); g <- function(l) -4 * rowSums(((r - l %o% l) * off) %*% diag(l))
  l <- suppressMessages(psych::fa(r, nfactors = 1, fm = "minres")$loadings[, 1])
  for (i in 1:6) l <- optim(l, f, g, method = "BFGS", control = list(reltol = 1e-16, maxit = 10000))$par
  l
}
rows <- lapply(names(cases), function(name) {
  results <- vapply(1:1000, function(n) { seed(n); r <- cases[[name]](); paste0("[", paste(ifelse(is.na(r), "null", sprintf("%.7g", r)), collapse = ","), "]") }, "")
  paste0("\"", name, "\":[", paste(results, collapse = ","), "]")
})
cat("{", paste(rows, collapse = ",\n"), "}\n", sep = "")
