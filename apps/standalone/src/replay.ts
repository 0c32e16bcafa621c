import { postPlanYear } from '../../cli/src/plan-year/post-plan-year.js';
import { progress } from '../../cli/src/progress.js';
import { embeddedIssuer } from '#identity';
import type { Configuration, Draining } from '#runtime';

const TOKEN_SECONDS = 3600;

interface Opened {
  readonly url: string;
  readonly configuration: Configuration;
  readonly draining: Pick<Draining, 'signal'>;
}

/**
 * Posts the plan year through the front door of this very ledger, over HTTP and with tokens, as departments would.
 * Answers whether all of it is in; a process that is stopped in the middle goes on with the rest at its next start.
 */
export async function replay({ url, configuration, draining }: Opened): Promise<boolean> {
  const { mint } = await embeddedIssuer(configuration.dataFolder);
  const bar = progress('2021年度计划回放 · plan year', {
    talk: (text: string) => void process.stderr.write(`${text}\n`),
    isWatched: process.stderr.isTTY,
  });
  const tokens = new Map<string, Promise<string>>();
  try {
    await postPlanYear({
      baseUrl: url,
      token: (role) => {
        if (!tokens.has(role))
          tokens.set(
            role,
            mint({ subject: 'plan-year', client: 'plan-year', roles: [role], ttlSeconds: TOKEN_SECONDS }),
          );
        return tokens.get(role)!;
      },
      onProgress: (done, total, date) => bar.at(done, total, date),
    });
    return true;
  } catch (problem) {
    if (draining.signal.aborted) return false;
    throw problem;
  } finally {
    bar.stop();
  }
}
