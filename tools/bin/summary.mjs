// The last line of a test run, in words that any reader of the log understands: "Tests: N passed, N failed".
export default class Summary {
  onTestRunEnd(files, unhandledErrors) {
    let passed = 0;
    let failed = unhandledErrors.length;
    for (const file of files) {
      const tests = [...file.children.allTests()];
      const passedHere = tests.filter((test) => test.result().state === "passed").length;
      passed += passedHere;
      // What a broken set-up kept from running has not passed; a file may also fail around its tests.
      failed += Math.max(tests.length - passedHere, file.state() === "failed" ? 1 : 0);
    }
    process.stderr.write(`\nTests: ${passed} passed, ${failed} failed\n`);
  }
}
