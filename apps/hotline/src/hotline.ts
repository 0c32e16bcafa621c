import { hotline } from '#contracts';
import { department } from '#department';
import { deadlines } from './hotline.deadlines.js';
import { tip } from './tip.decider.js';

/** The hotline 12345: its language and its law (四(三)). */
export const hotlineDepartment = department({ language: hotline.language, deciders: { tip }, deadlines });
