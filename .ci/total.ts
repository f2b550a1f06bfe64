/** `node .ci/total.ts FOLDER SUITE…` adds up the suites' JSON reports; a suite that ran no test is a failure. */
import { readFileSync } from 'node:fs'

const [folder, ...suites] = process.argv.slice(2)
let passed = 0
let failed = 0
const empty: string[] = []

for (const suite of suites) {
  const report = readReport(`${folder}/${suite}.json`)
  const ran = report.numPassedTests + report.numFailedTests
  if (ran === 0) empty.push(suite)
  passed += report.numPassedTests
  failed += report.numFailedTests + report.brokenFiles
  process.stdout.write(`${suite}: ${report.numPassedTests} passed, ${report.numFailedTests} failed\n`)
}
if (empty.length > 0) process.stdout.write(`Ran no test: ${empty.join(', ')}\n`)
process.stdout.write(`${passed} passed, ${failed + empty.length} failed\n`)
process.exitCode = failed + empty.length > 0 ? 1 : 0

/** A file that could not even be loaded has no tests to count. */
function readReport(file: string) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    const brokenFiles = report.testResults.filter(
      (result: { status: string; assertionResults: unknown[] }) =>
        result.status === 'failed' && result.assertionResults.length === 0,
    ).length
    return { numPassedTests: report.numPassedTests, numFailedTests: report.numFailedTests, brokenFiles }
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, brokenFiles: 0 }
  }
}
