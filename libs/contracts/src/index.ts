export * from './act.js';
export * from './catalogue.js';
export * from './codec.js';
export * from './fields.js';
export * from './credit.js';
export * from './development-reform.js';
export * from './energy.js';
export * from './government.js';
