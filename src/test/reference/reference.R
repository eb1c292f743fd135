# Reference values from R 4.2.2 and packages of Debian 12: Rscript reference.R > ../resources/statistics/r.txt
# exactRankTests 0.8-35 (Wilcoxon with ties), coin 1.4-2 (the same, another way), Epi 2.47 (Newcombe, independent groups)
suppressWarnings(suppressMessages({library(exactRankTests); library(coin); library(Epi)}))
line <- function(what, goes_in, ...) { goes_in <- vapply(goes_in, function(one) format(one, scientific = FALSE, digits = 15), ""); cat(paste(what, paste(goes_in, collapse = " "), paste(sprintf("%.15g", c(...)), collapse = " "), sep = " | "), "\n", sep = "") }

for (case in list(c(5, 25), c(18, 25), c(1, 40), c(0, 12), c(12, 12))) line("wilson", case, suppressWarnings(prop.test(case[1], case[2], correct = FALSE))$conf.int)
for (case in list(c(5, 20, 12, 22), c(0, 10, 3, 12), c(10, 10, 3, 12), c(31, 40, 22, 37), c(0, 8, 0, 9), c(8, 8, 9, 9), c(0, 8, 9, 9)))
  line("newcombe-unpaired", case, suppressWarnings(ci.pd(case[3], case[1], case[4] - case[3], case[2] - case[1], print = FALSE, digits = 15))[1, 6:7])
for (case in list(c(5, 20, 12, 22), c(1, 10, 10, 10), c(40, 100, 61, 100), c(450, 1000, 520, 1000))) line("fisher", case, fisher.test(matrix(c(case[1], case[2] - case[1], case[3], case[4] - case[3]), 2))$p.value)
for (case in list(c(4, 6, 15, 6), c(12, 12, 30, 9.5), c(0, 6, 5, 6), c(5, 6, 0, 6), c(0, 6, 1, 6), c(20, 10, 20, 10), c(120, 365, 171, 365), c(2, 6, 3, 18))) {
  share <- case[4] / (case[2] + case[4]); n <- case[1] + case[3]
  line("rate", case, if (case[1] == 0) Inf else (case[3] / case[4]) / (case[1] / case[2]), poisson.test(c(case[3], case[1]), c(case[4], case[2]))$conf.int, min(1, 2 * min(pbinom(case[3], n, share), pbinom(case[3] - 1, n, share, lower.tail = FALSE))))
}
set.seed(28)
for (people in c(12, 20, 31, 48, 60)) {
  changes <- sample(c(-2, -1, -1, 1, 1, 1, 2, 3), people, replace = TRUE)
  by <- function(value) sum(changes == value)
  exact <- suppressWarnings(wilcox.exact(changes, exact = TRUE)$p.value)
  also <- pvalue(wilcoxsign_test(changes ~ rep(0, people), distribution = "exact", zero.method = "Wilcoxon"))
  stopifnot(abs(exact - also) < 1e-9)
  line("signed-rank-by-size", c(by(1), by(2), by(3), by(-1), by(-2), by(-3)), exact)
}
line("holm", c(0.01, 0.04, 0.03, 0.005), p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm"))
line("holm", c(0.5, 0.6), p.adjust(c(0.5, 0.6), "holm"))
line("holm", c(0.02, 0.02, 0.001, 1, 0.2), p.adjust(c(0.02, 0.02, 0.001, 1, 0.2), "holm"))
