import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { brokerPossible, testingBroker, type BrokerOptions, type TestingBroker } from './testing-broker.js';

const possible = await brokerPossible();

/**
 * Registers rules that need a broker. Where there can be none they are left out, and one line says why; with `CI=true`
 * they stay, and fail.
 */
export function ifBroker(rules: () => void): void {
  if (possible === true || process.env['CI'] === 'true') return rules();
  process.stderr.write(`skipped: ${possible}\n`);
  describe('what needs a Kafka broker', () => it.skip(possible, () => {}));
}

/** Rules with a broker, which is there from the first of them to the last. */
export function describeWithBroker(
  name: string,
  rules: (broker: () => TestingBroker) => void,
  options: BrokerOptions = {},
): void {
  ifBroker(() =>
    describe(name, () => {
      let broker: TestingBroker | undefined;
      beforeAll(async () => void (broker = await testingBroker(options)), 300_000);
      afterAll(() => broker?.stop());
      rules(() => broker!);
    }),
  );
}
