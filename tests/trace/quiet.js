/** Tells of failing specs and of nothing else. */
export default class Quiet {
  onRunComplete(_contexts, { numPassedTests, numTotalTests }) {
    console.log(`${numPassedTests} of ${numTotalTests} specs of the rules pass`);
  }

  onTestResult(_test, { testFilePath, failureMessage }) {
    if (failureMessage) console.error(`${testFilePath}\n${failureMessage}`);
  }
}
