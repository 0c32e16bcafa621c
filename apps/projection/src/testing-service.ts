import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module, type DynamicModule } from '@nestjs/common';
import type { InjectOptions } from 'fastify';
import { encode } from '#contracts';
import { CLOCK, EVENT_STORE, type EventStore } from '#event-store';
import { embeddedIssuer, IdentityModule, type EmbeddedIssuer } from '#identity';
import { QUEUE, type Queue } from '#messaging';
import { openReadModels, READ_MODELS, recorded, type PastFact, type ReadModels } from '#projection';
import { open, openLog, readConfiguration, type Log, type OpenedService } from '#runtime';
import { ProjectionModule } from './projection.module.js';

/** A read side that answers over HTTP, for specs. */
export interface TestingService {
  readonly models: ReadModels;
  readonly service: OpenedService;
  /** Stores facts, each in its stream, and answers with the position of the last. */
  post(...facts: readonly PastFact[]): Promise<number>;
  get(url: string, roles?: readonly string[], headers?: Record<string, string>): Promise<Got>;
  ask(request: InjectOptions, roles?: readonly string[]): Promise<Got>;
  /** For those who ask over a connection of their own. */
  token(roles: readonly string[]): Promise<string>;
  close(): Promise<void>;
}

export interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly body: any;
}

@Module({})
class Ground {}

export async function testingService(
  url: string,
  store: EventStore,
  now: string,
  queue?: Queue,
  { environment = {}, log = openLog({ level: 'silent' }) }: { environment?: NodeJS.ProcessEnv; log?: Log } = {},
): Promise<TestingService> {
  const folder = await mkdtemp(join(tmpdir(), 'projection-'));
  const issuer: EmbeddedIssuer = await embeddedIssuer(folder);
  const models = await openReadModels({ url });
  const given = new Map<symbol, unknown>([
    [EVENT_STORE, store],
    [READ_MODELS, models],
    [CLOCK, { now: () => Date.parse(now) }],
  ]);
  if (queue) given.set(QUEUE, queue);
  const ground: DynamicModule = {
    module: Ground,
    global: true,
    imports: [IdentityModule.for(issuer), ProjectionModule.for()],
    providers: [...given].map(([provide, useValue]) => ({ provide, useValue })),
    exports: [...given.keys()],
  };
  const { configuration } = readConfiguration({ PORT: '0', TAIZHANG_DATA: folder, ...environment });
  const service = await open(ground, { configuration, log });

  const token = (roles: readonly string[]) => issuer.mint({ subject: 'li', client: 'spec', roles, ttlSeconds: 60 });
  const ask: TestingService['ask'] = async (request, roles = ['auditor']) => {
    const authorization = `Bearer ${await token(roles)}`;
    const headers = { ...(roles.length > 0 ? { authorization } : {}), ...request.headers };
    const answer = await service.app.inject({ ...request, headers } as never);
    const json = String(answer.headers['content-type'] ?? '').includes('json');
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      body: json && answer.body ? JSON.parse(answer.body) : undefined,
    };
  };
  return {
    models,
    service,
    ask,
    token,
    get: (url, roles, headers) => ask({ url, method: 'GET', headers }, roles),
    async post(...facts) {
      let position = 0;
      for (const { id: _, type, stream, data, position: __, revision: ___, recordedAt: ____, ...meta } of recorded(
        ...facts,
      )) {
        const [namespace, name] = type.split('.') as [string, string];
        const event = encode(crypto.randomUUID(), namespace, { type: name, data }, { schema: 1, ...meta });
        ({ position } = await store.append(stream, [event], 'any'));
      }
      return position;
    },
    async close() {
      await service.close();
      await models.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
