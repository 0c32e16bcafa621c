import { ScenarioClock } from '#department';
import type { Clock } from '#event-store';
import type { Configuration } from '#runtime';

interface Opened {
  readonly url: string;
  readonly configuration: Configuration;
  readonly clock: Clock;
}

/** Says where the ledger is, and what to try first. */
export function welcome({ url, configuration, clock }: Opened): void {
  const now = new Date(clock.now()).toISOString();
  process.stderr.write(`
台账已就绪 · Taizhang is ready            ${url}
  接口文档 API                            ${url}/docs
  公开名单 a public list                  ${url}/lists/yellow-card
  数据目录 data folder                    ${configuration.dataFolder}
  台账时刻 the ledger's clock             ${now}${clock instanceof ScenarioClock ? ' （情景时钟 scenario clock）' : ''}
  签发令牌 a token                        npx taizhang token --client me --role auditor
`);
}
