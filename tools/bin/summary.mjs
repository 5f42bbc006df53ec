// The last line of a test run, in words that any reader of the log understands: "Tests: N passed, N failed".
export default class Summary {
  onTestRunEnd(files, unhandledErrors) {
    let passed = 0;
    let failed = unhandledErrors.length;
    for (const file of files) {
      const tests = [...file.children.allTests()];
      const passedHere = tests.filter((test) => test.result().state === "passed").length;
      passed += passedHere;
      // In a file that failed, what a broken set-up kept from running has not passed; it may also fail around its tests.
      if (file.state() === "failed") failed += Math.max(tests.length - passedHere, 1);
    }
    process.stderr.write(`\nTests: ${passed} passed, ${failed} failed\n`);
  }
}
