// The last line of a test run, in words that any reader of the log understands: "Tests: N passed, N failed".
export default class Summary {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
    process.stderr.write(`\nTests: ${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed\n`);
  }
}
