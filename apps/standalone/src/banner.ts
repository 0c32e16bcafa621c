import type { ServedLedger } from '#ledger';

/** Says where the ledger is, and what to try first. */
export function welcome({ url, configuration, ledger }: ServedLedger, isScenario: boolean): void {
  const now = new Date(ledger.clock.now()).toISOString();
  process.stderr.write(`
台账已就绪 · Taizhang is ready            ${url}
  接口文档 API                            ${url}/docs
  公开名单 a public list                  ${url}/lists/yellow-card
  数据目录 data folder                    ${configuration.dataFolder}
  台账时刻 the ledger's clock             ${now}${isScenario ? ' （情景时钟 scenario clock）' : ''}
  签发令牌 a token                        npx taizhang token --client me --role auditor
`);
}
