import type { government } from '#contracts';

/** The six bureaux that deploy the year and supervise the areas (三(一), 四(二)). */
export const bureaux: readonly government.Bureau[] = ['BIIT', 'DRC', 'EEB', 'AMR', 'EMB', 'ENR'];

/** Those that report exits to the lead bureau, which receives (三(三)). */
export const reportingBureaux: readonly government.ReportingBureau[] = ['DRC', 'EEB', 'AMR', 'EMB', 'ENR'];
