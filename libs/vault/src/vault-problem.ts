import type { Bilingual } from '#decider';

/** Why the vault gives nothing out. Says whose data it is by no more than what was asked for. */
export class VaultProblem extends Error {
  constructor(
    readonly status: 404 | 410,
    /** Stable: `vault/unknown`. */
    readonly code: string,
    readonly sentence: Bilingual,
    readonly wayOut: Bilingual,
  ) {
    super(`${code}: ${sentence.en}`);
    this.name = 'VaultProblem';
  }
}

export const unknown = (): VaultProblem =>
  new VaultProblem(
    404,
    'vault/unknown',
    { zh: '未保管该身份信息', en: 'Nothing is kept under this id' },
    { zh: '匿名举报没有身份信息；否则核对编号', en: 'An anonymous tip has none; otherwise check the id' },
  );

export const destroyed = (): VaultProblem =>
  new VaultProblem(
    410,
    'vault/destroyed',
    { zh: '该身份信息已销毁，无法恢复', en: 'This was destroyed and cannot be brought back' },
    { zh: '销毁记录见查阅日志', en: 'The log of accesses says when and by whom' },
  );
