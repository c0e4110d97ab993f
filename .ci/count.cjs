// Adds up what the runs left behind, and prints `N passed, N failed` as the closing line.
const { existsSync, readFileSync } = require('node:fs')
const { join } = require('node:path')

const [folder, cit, host, site, check] = process.argv.slice(2)
const read = (name) => {
  const file = join(folder, name)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

// A test file that does not load holds no test that could fail: the file itself counts.
const failedIn = (tests) =>
  (tests?.numFailedTests ?? 0) +
  (tests?.testResults ?? []).filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length

// A run that ended badly without a failed test or step: not installed, or out of time. Or one that tested nothing.
const endedBadly = (status, failures, passes) => (failures === 0 && (status !== '0' || passes === 0) ? 1 : 0)

let [passed, failed] = [0, 0]
const count = (status, failures, passes) => {
  passed += passes
  failed += failures + endedBadly(status, failures, passes)
}
for (const [file, status] of [
  ['tests.json', cit],
  ['host.json', host],
  ['site.json', site],
]) {
  const tests = read(file)
  count(status, failedIn(tests), tests?.numPassedTests ?? 0)
}
const steps = read('steps.json') ?? []
const held = steps.filter((step) => step.passed).length
count(check, steps.length - held, held)

console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
