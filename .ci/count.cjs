// Adds up what the runs left behind, and prints `N passed, N failed` as the closing line.
const { existsSync, readFileSync } = require('node:fs')
const { join } = require('node:path')

const [folder, cit, check] = process.argv.slice(2)
const read = (name) => {
  const file = join(folder, name)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
const tests = read('tests.json')
const steps = read('steps.json')

// A test file that does not load holds no test that could fail: the file itself counts.
const unloaded = (tests?.testResults ?? []).filter(
  (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
).length
const failedTests = (tests?.numFailedTests ?? 0) + unloaded

const passed = (tests?.numPassedTests ?? 0) + (steps ?? []).filter((step) => step.passed).length
let failed = failedTests + (steps ?? []).filter((step) => !step.passed).length

// A run that ended badly without a failed test or step: not installed, or out of time.
if (cit !== '0' && failedTests === 0) failed += 1
if (check !== '0' && !(steps ?? []).some((step) => !step.passed)) failed += 1
if (cit === '0' && !(tests?.numPassedTests > 0)) failed += 1

console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
