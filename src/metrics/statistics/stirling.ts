/**
 * The remainder of Stirling's formula for the logarithm of the gamma function:
 * log Γ(z) − (z − ½) log z + z − ½ log 2π, for z > 0. Source: Loader (2000), "Fast and accurate computation of
 * binomial probabilities": with it, prefactors keep their relative precision where log-gammas would cancel.
 */
export const stirlingError = (z: number): number => {
  let error = 0
  let argument = z
  for (; argument < 16; argument += 1) error += (argument + 0.5) * Math.log1p(1 / argument) - 1
  const perSquare = 1 / (argument * argument)
  return (
    error +
    (1 / 12 -
      (1 / 360 -
        (1 / 1260 -
          (1 / 1680 - (1 / 1188 - (691 / 360360 - perSquare / 156) * perSquare) * perSquare) * perSquare) *
          perSquare) *
        perSquare) /
      argument
  )
}

/** observed × log(observed / expected) + expected − observed, without cancelling where the two are close. */
export const deviance = (observed: number, expected: number): number => {
  const difference = observed - expected
  const sum = observed + expected
  if (Math.abs(difference) >= 0.1 * sum) return observed * Math.log(observed / expected) - difference
  const ratio = difference / sum
  let term = 2 * observed * ratio
  let total = difference * ratio
  for (let odd = 3; ; odd += 2) {
    term *= ratio * ratio
    const next = total + term / odd
    if (next === total) return total
    total = next
  }
}
