import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { documentFields } from './document-fields.js';

export interface ApiDescription {
  readonly title?: string;
  readonly description?: string;
  readonly version?: string;
  /** Classes that no route names as its body, such as the payloads of events. */
  readonly extraModels?: readonly (new () => object)[];
  /** Last hand on the document, for what decorators cannot say. */
  readonly finish?: (document: OpenAPIObject) => OpenAPIObject;
}

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457 problem details: English in title and detail, Chinese beside them',
  required: ['type', 'title', 'title_zh', 'status', 'detail', 'detail_zh'],
  properties: {
    type: { type: 'string', examples: ['urn:taizhang:energy/extension-too-long'] },
    title: { type: 'string' },
    title_zh: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    detail_zh: { type: 'string' },
    instance: { type: 'string' },
    traceId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, zh: { type: 'string' }, en: { type: 'string' } },
      },
    },
    clause: { type: 'string' },
    rule: { type: 'string' },
    wayOut: { type: 'object', properties: { zh: { type: 'string' }, en: { type: 'string' } } },
    facts: { type: 'object' },
  },
};

/** Makes the OpenAPI 3.1 document and serves it at /openapi.json, with Swagger UI from this machine at /docs. */
export function documentApi(app: INestApplication, description: ApiDescription = {}): OpenAPIObject {
  const {
    title = 'Taizhang 台账',
    description: text = 'An event-sourced compliance ledger',
    version = '0.1.0',
    extraModels = [],
    finish = (document) => document,
  } = description;
  const plan = new DocumentBuilder()
    .setTitle(title)
    .setDescription(text)
    .setVersion(version)
    .setOpenAPIVersion('3.1.1')
    .addBearerAuth()
    .build();
  documentFields();
  const made = SwaggerModule.createDocument(app, plan, { extraModels: [...extraModels] });
  const schemas = { ...made.components?.schemas, Problem: PROBLEM } as NonNullable<
    OpenAPIObject['components']
  >['schemas'];
  const document = finish({ ...made, components: { ...made.components, schemas } });
  SwaggerModule.setup('docs', app, document, { jsonDocumentUrl: 'openapi.json', yamlDocumentUrl: 'openapi.yaml' });
  return document;
}
