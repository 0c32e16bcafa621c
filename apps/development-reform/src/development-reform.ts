import { developmentReform } from '#contracts';
import { department } from '#department';
import { cardLists, cardProcedure, cardsKeepLists, listProcedure } from '#procedure';
import { deadlines } from './development-reform.deadlines.js';
import { groundsPolicy } from './grounds.policy.js';
import { priceFile } from './price-file.decider.js';
import { project } from './project.decider.js';

/** Development and reform: price measures and the gate for new capacity (二(一)2, 一). */
export const developmentReformDepartment = department({
  language: developmentReform.language,
  deciders: {
    priceFile,
    project,
    card: cardProcedure('development-reform'),
    list: listProcedure('development-reform', cardLists),
  },
  policies: [groundsPolicy, cardsKeepLists('development-reform')],
  deadlines,
});
