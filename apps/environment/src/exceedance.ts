import type { environment } from '#contracts';

type Measured = Omit<environment.Exceedance, 'ratio'>;

/** A measured amount with its ratio to the limit, to three decimals; none where the limit is zero. */
export const exceedanceOf = (measured: Measured): environment.Exceedance => ({
  ...measured,
  ...(measured.limit > 0 ? { ratio: Math.round((measured.value / measured.limit) * 1000) / 1000 } : {}),
});
