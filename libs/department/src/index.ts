export { department, type AnyDepartment, type Department } from './definition.js';
export { bareNameOf, categoryOf, idOf, namespaceOf, streamOf } from './namespace.js';
