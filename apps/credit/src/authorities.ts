/** An organ that decides, by the name and the unified social credit code that the exchange format wants. */
export interface Authority {
  readonly name: string;
  readonly code: string;
}

/**
 * Deciding authorities, by department. The code is simulated, valid in form and given to nobody: a city enters the one
 * on its bureau's certificate before anything is sent to a real platform.
 */
export const authorities = {
  energy: { name: '惠州市能源和重点项目局', code: '11441300MB0TT0013Y' },
} as const satisfies Readonly<Record<string, Authority>>;
