/** Tells of failing specs and of nothing else. */
export default class Quiet {
  onTestResult(_test, { testFilePath, failureMessage }) {
    if (failureMessage) console.error(`${testFilePath}\n${failureMessage}`);
  }
}
