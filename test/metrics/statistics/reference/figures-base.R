# Reference values for test/metrics/statistics/figures-against-r.test.ts, as figures.R makes them, but from R alone: no package is
# needed. A figure that R has no function for is worked out here from its matrices, which is another way than ours.
# Run: Rscript test/metrics/statistics/reference/figures-base.R > test/metrics/statistics/reference/figures-base.json
options(warn = -1)
state <- 1
seed <- function(n) { state <<- n * 7919; for (i in 1:5) uniform() }
uniform <- function() { state <<- (state * 48271) %% 2147483647; state / 2147483647 }
below <- function(n) floor(uniform() * n)
draw <- function(n, f) vapply(seq_len(n), function(i) f(), 0)
round6 <- function(x) floor(x * 1e6 + 0.5) / 1e6

root <- function(m, power) { e <- eigen(m, symmetric = TRUE); e$vectors %*% diag(e$values^power, nrow(m)) %*% t(e$vectors) }
# Bell and McCaffrey (2002): CR2 and Satterthwaite's degrees of freedom of the last coefficient, the working model being independence.
cr2 <- function(x, y, cluster) {
  bread <- solve(crossprod(x)); h <- x %*% bread %*% t(x); e <- y - h %*% y
  last <- rep(0, ncol(x)); last[ncol(x)] <- 1
  parts <- lapply(unique(cluster), function(one) {
    own <- which(cluster == one)
    a <- root(diag(length(own)) - h[own, own, drop = FALSE], -0.5)
    w <- a %*% x[own, , drop = FALSE] %*% bread %*% last
    list(score = sum(w * e[own]), g = (diag(length(y)) - h)[, own, drop = FALSE] %*% w)
  })
  g <- do.call(cbind, lapply(parts, function(one) one$g)); m <- crossprod(g)
  b <- sum(last * (bread %*% t(x) %*% y)); se <- sqrt(sum(vapply(parts, function(one) one$score^2, 0)))
  df <- sum(diag(m))^2 / sum(m^2)
  c(b, b - qt(.975, df) * se, b + qt(.975, df) * se, 2 * pt(-abs(b / se), df))
}
teams <- function() {
  change <- numeric(0); treated <- numeric(0); team <- numeric(0); of <- 0
  for (arm in c(1, 0)) for (one in seq_len(3 + below(4))) {
    of <- of + 1; own <- 4 * uniform(); size <- 4 + below(4)
    change <- c(change, draw(size, function() round6(own + 5 * uniform() + arm)))
    treated <- c(treated, rep(arm, size)); team <- c(team, rep(of, size))
  }
  list(change = change, treated = treated, team = team)
}
categories <- function() {
  n <- 6 + below(20); raters <- 3 + below(4); k <- 2 + below(4)
  t(vapply(seq_len(n), function(i) { own <- below(k); tabulate(1 + draw(raters, function() if (uniform() < 0.6) own else below(k)), k) }, numeric(k)))
}
krippendorff <- function(x, level) {
  values <- sort(unique(as.vector(x[!is.na(x)]))); k <- length(values); o <- matrix(0, k, k)
  for (i in seq_len(nrow(x))) { own <- match(x[i, !is.na(x[i, ])], values); m <- length(own)
    if (m > 1) for (a in 1:m) for (b in 1:m) if (a != b) o[own[a], own[b]] <- o[own[a], own[b]] + 1 / (m - 1) }
  n <- rowSums(o); total <- sum(n); d <- matrix(0, k, k)
  for (a in 1:k) for (b in 1:k) if (a != b) d[a, b] <- switch(level, nominal = 1, interval = (values[a] - values[b])^2,
    ratio = ((values[a] - values[b]) / (values[a] + values[b]))^2, ordinal = { r <- min(a, b):max(a, b); (sum(n[r]) - (n[a] + n[b]) / 2)^2 })
  1 - (total - 1) * sum(o * d) / sum(outer(n, n) * d)
}
power <- function(effect, df) { q <- qt(.975, df); pt(q, df, effect, lower.tail = FALSE) + pt(-q, df, effect) }
study <- function() {
  n <- c(3 + below(40), 3 + below(40)); size <- 1 + below(12); r <- round6(uniform() / 2); effect <- round6(0.1 + uniform())
  one <- r + (1 - r) / size; list(df = sum(n) - 2, error = sqrt(one * sum(1 / n)), effect = effect)
}
studies <- function() {
  k <- 3 + below(6); effect <- numeric(k); v <- numeric(k)
  for (i in 1:k) { effect[i] <- round6(2 * uniform()); v[i] <- round6(0.01 + 0.1 * uniform()) }
  list(effect = effect, v = v, k = k)
}
gaps <- function() {
  people <- 20 + below(30); items <- 3 + below(4)
  t(vapply(seq_len(people), function(i) { common <- uniform(); draw(items, function() { s <- 1 + floor(5 * (0.6 * common + 0.4 * uniform())); if (uniform() < 0.06) NA else s }) }, numeric(items)))
}
alpha <- function(v, n) {
  k <- ncol(v); a <- k / (k - 1) * (1 - sum(diag(v)) / sum(v))
  c(a, 1 - (1 - a) * qf(.975, n - 1, (n - 1) * (k - 1)), 1 - (1 - a) * qf(.025, n - 1, (n - 1) * (k - 1)))
}
cases <- list(
  didByTeam = function() { s <- teams(); cr2(cbind(1, s$treated), s$change, s$team) },
  didOfTeams = function() {
    s <- teams(); m <- tapply(s$change, s$team, mean); g <- tapply(s$treated, s$team, mean)
    cr2(cbind(1, as.vector(g)), as.vector(m), seq_along(m))
  },
  priorTrend = function() {
    periods <- 3 + below(4); n <- c(3 + below(6), 3 + below(6)); y <- matrix(draw(sum(n) * periods, function() below(30)), periods); g <- rep(c(1, 0), n)
    s <- apply(y, 2, function(one) coef(lm(one ~ seq_len(periods)))[2])
    if (sd(s[g == 1]) + sd(s[g == 0]) < 1e-9) return(NA)
    r <- t.test(s[g == 1], s[g == 0])
    long <- data.frame(y = as.vector(y), g = rep(g, each = periods), p = relevel(factor(rep(seq_len(periods), sum(n))), ref = periods))
    c(-diff(r$estimate), r$conf.int, r$p.value, coef(lm(y ~ g * p, long))[paste0("g:p", 1)])
  },
  fleiss = function() {
    x <- categories(); n <- nrow(x); r <- sum(x[1, ]); p <- colMeans(x) / r; pe <- sum(p^2)
    if (pe == 1) return(NA)
    each <- rowSums(x * (x - 1)) / (r * (r - 1)); k <- (mean(each) - pe) / (1 - pe)
    v <- (each - pe) / (1 - pe) - 2 * (1 - k) * (x %*% p / r - pe) / (1 - pe)
    half <- qt(.975, n - 1) * sqrt(sum((v - k)^2) / n / (n - 1))
    if (half < 1e-9) k else c(k, k - half, min(1, k + half))
  },
  krippendorff = function() {
    n <- 6 + below(12); raters <- 2 + below(3)
    x <- t(vapply(seq_len(n), function(i) { own <- 1 + below(5); draw(raters, function() if (uniform() < 0.15) NA else if (uniform() < 0.6) own else 1 + below(5)) }, numeric(raters)))
    x <- x[rowSums(!is.na(x)) > 1, , drop = FALSE]
    if (length(unique(x[!is.na(x)])) < 2) return(NA)
    vapply(c("nominal", "ordinal", "interval", "ratio"), function(level) krippendorff(x, level), 0)
  },
  power = function() {
    s <- study(); root <- uniroot(function(d) power(d, s$df) - 0.8, c(0, 50), tol = 1e-13)$root
    c(power(s$effect / s$error, s$df), root * s$error)
  },
  tukey = function() {
    groups <- 3 + below(3); y <- list(); for (g in 1:groups) { n <- 3 + below(6); y[[g]] <- draw(n, function() below(20) + g) }
    g <- factor(rep(seq_along(y), lengths(y))); a <- aov(unlist(y) ~ g); df <- a$df.residual; s <- sum(a$residuals^2) / df
    q <- uniroot(function(q) ptukey(q, groups, df) - .95, c(1, 60), tol = 1e-12)$root
    half <- q * sqrt(s / 2 * (1 / length(y[[1]]) + 1 / length(y[[2]]))); t <- TukeyHSD(a)$g[1, ]
    c(t["diff"], t["diff"] - half, t["diff"] + half, t["p adj"])
  },
  poolingFurther = function() {
    s <- studies(); w <- 1 / s$v; q <- sum(w * (s$effect - sum(w * s$effect) / sum(w))^2)
    score <- function(t) { w <- 1 / (s$v + t); m <- sum(w * s$effect) / sum(w); sum(w^2 * (s$effect - m)^2) - sum(w) + sum(w^2) / sum(w) }
    tau <- if (score(0) <= 0) 0 else uniroot(score, c(0, 10), tol = 1e-14)$root
    w <- 1 / (s$v + tau); m <- sum(w * s$effect) / sum(w); v <- sum(w * (s$effect - m)^2) / (s$k - 1) / sum(w)
    half <- qt(.975, s$k - 1) * sqrt(v + tau)
    dl <- max(0, (q - (s$k - 1)) / (sum(1 / s$v) - sum(1 / s$v^2) / sum(1 / s$v))); u <- 1 / (s$v + dl)
    c(tau, m - half, m + half, q, pchisq(q, s$k - 1, lower.tail = FALSE), dl, sum(u * s$effect) / sum(u) - qnorm(.975) / sqrt(sum(u)))
  },
  alphaGaps = function() {
    x <- gaps(); whole <- x[complete.cases(x), , drop = FALSE]; fewest <- min(crossprod(!is.na(x)))
    c(alpha(cov(whole), nrow(whole)), alpha(cov(x, use = "pairwise"), fewest))
  },
  signedRank = function() {
    n <- 6 + below(40); wilcox.test(draw(n, function() uniform() - 0.4))$p.value
  },
  responseBias = function() {
    k <- 2 + below(4); n <- numeric(k); r <- numeric(k); for (i in 1:k) { n[i] <- 30 + below(60); r[i] <- 8 + below(15) }
    x <- chisq.test(rbind(r, n - r), correct = FALSE); c(x$statistic, x$p.value)
  }
)
rows <- lapply(names(cases), function(name) {
  results <- vapply(1:1000, function(n) { seed(n); r <- cases[[name]](); paste0("[", paste(ifelse(is.na(r), "null", sprintf("%.7g", r)), collapse = ","), "]") }, "")
  paste0("\"", name, "\":[", paste(results, collapse = ","), "]")
})
cat("{", paste(rows, collapse = ",\n"), "}\n", sep = "")
