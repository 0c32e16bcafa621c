export * from './act.js';
export * from './catalogue.js';
export * from './codec.js';
export * from './fields.js';
export * as credit from './credit/language.js';
export * as developmentReform from './development-reform/language.js';
export * as energy from './energy/language.js';
export * as government from './government/language.js';
export * as industry from './industry/language.js';
