/** An organ that decides, by the name and the unified social credit code that exchange formats want. */
export interface Authority {
  readonly name: string;
  readonly code: string;
  /** Field of regulation of its penalties, as far as the length of display depends on it. */
  readonly field: 'energy' | 'environment' | 'quality' | 'work-safety' | 'other';
}

/**
 * Deciding authorities, by department. The codes are simulated, valid in form and given to nobody: a city enters those
 * on its bureaux' certificates before anything is sent to a real platform.
 */
export const authorities = {
  energy: { name: '惠州市能源和重点项目局', code: '11441300MB0TT0013Y', field: 'energy' },
  environment: { name: '惠州市生态环境局', code: '11441300MB0TT0021R', field: 'environment' },
  'market-regulation': { name: '惠州市市场监督管理局', code: '11441300MB0TT003XH', field: 'quality' },
  'emergency-management': { name: '惠州市应急管理局', code: '11441300MB0TT0048H', field: 'work-safety' },
  industry: { name: '惠州市工业和信息化局', code: '11441300MB0TT0056C', field: 'other' },
  'development-reform': { name: '惠州市发展和改革局', code: '11441300MB0TT00647', field: 'other' },
  'natural-resources': { name: '惠州市自然资源局', code: '11441300MB0TT00722', field: 'other' },
} as const satisfies Readonly<Record<string, Authority>>;

/** The authority that a department is. Throws for one that the table does not know: a bug in the table. */
export function authorityOf(department: string): Authority {
  if (Object.hasOwn(authorities, department)) return authorities[department as keyof typeof authorities];
  throw new Error(`libs/codes/src/authorities.ts lacks ${department}`);
}
