import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { brokerPossible, testingBroker, type BrokerOptions, type TestingBroker } from './testing-broker.js';

const possible = await brokerPossible();

/**
 * Rules that need a broker, which is there from the first of them to the last. Where there can be none they are skipped
 * and say why in one line; with `CI=true` that is a failure.
 */
export function describeWithBroker(
  name: string,
  rules: (broker: () => TestingBroker) => void,
  options: BrokerOptions = {},
): void {
  if (possible !== true && process.env['CI'] !== 'true') return describe.skip(`${name} (skipped: ${possible})`, () => {
    it('needs a broker', () => {});
    return rules(() => {
      throw new Error(possible);
    });
  });
  describe(name, () => {
    let broker: TestingBroker | undefined;
    beforeAll(async () => void (broker = await testingBroker(options)), 300_000);
    afterAll(() => broker?.stop());
    rules(() => broker!);
  });
}
