import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { completed } from './completed.js';
import { documentFields } from './document-fields.js';
import { PROBLEM } from './refusals.js';

export interface ApiDescription {
  readonly title?: string;
  readonly description?: string;
  readonly version?: string;
  /** Classes that no route names as its body, such as the payloads of events. */
  readonly extraModels?: readonly (new () => object)[];
  /** Last hand on the document, for what decorators cannot say. */
  readonly finish?: (document: OpenAPIObject) => OpenAPIObject;
}

const ABOUT = `事件溯源的合规台账：各部门登记事实，任何人不得改动；同一份档案可按法律时间与台账时间查阅。
An event-sourced compliance ledger: departments post facts that nobody can change; dossiers are read on two clocks.

- 令牌 Token: \`Authorization: Bearer <token>\`。
- 重试 Retries: \`Idempotency-Key\` 使同一命令只登记一次 makes a command count once, however often it is sent.
- 读己之写 Read your own writes: 回执的 \`position\` 作为 \`?atLeast=\` 提交 give a receipt's position as \`?atLeast=\`.
- 拒绝 Refusals: RFC 9457 \`application/problem+json\`；\`type\` 不变，文字可改进 is a promise, the sentences may improve.`;

/** `DossierController`, `search` → `dossier.search`. */
const operationId = (controller: string, method: string): string =>
  `${controller.charAt(0).toLowerCase()}${controller.slice(1).replace(/Controller$/, '')}.${method}`;

/** The OpenAPI 3.1 document of an application, by what its routes and the contracts say of themselves. */
export function apiOf(app: INestApplication, description: ApiDescription = {}): OpenAPIObject {
  const { title = '台账 Taizhang', description: text = ABOUT, version = '0.1.0', extraModels = [] } = description;
  const plan = new DocumentBuilder()
    .setTitle(title)
    .setDescription(text)
    .setVersion(version)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/', '提供本文档的台账 The ledger that serves this document')
    .setOpenAPIVersion('3.1.1')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: '由 OIDC_ISSUER 或 taizhang token 签发 / Issued by OIDC_ISSUER, or by taizhang token',
    })
    .build();
  documentFields();
  const made = SwaggerModule.createDocument(app, plan, {
    extraModels: [...extraModels],
    operationIdFactory: operationId,
    autoTagControllers: false,
  });
  const schemas = { ...made.components?.schemas, Problem: PROBLEM };
  const info = { ...made.info, contact: { name: '台账运维 Operators of the ledger' } };
  return completed({ ...made, info, components: { ...made.components, schemas } });
}

/** Makes the document and serves it at /openapi.json, with Swagger UI from this machine at /docs. */
export function documentApi(app: INestApplication, description: ApiDescription = {}): OpenAPIObject {
  const { finish = (document) => document } = description;
  const document = finish(apiOf(app, description));
  SwaggerModule.setup('docs', app, document, { jsonDocumentUrl: 'openapi.json', yamlDocumentUrl: 'openapi.yaml' });
  return document;
}
