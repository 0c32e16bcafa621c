import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamicModule } from '@nestjs/common';
import { decode, type Enveloped } from '#contracts';
import { CLOCK, EVENT_STORE, memoryEventStore, type EventStore } from '#event-store';
import { embeddedIssuer, IdentityModule } from '#identity';
import { open, openLog, readConfiguration } from '#runtime';
import type { AnyDepartment } from './definition.js';
import { DepartmentModule } from './department.module.js';
import { Offices } from './offices.js';
import { ScenarioClock } from './scenario-clock.js';
import { ScenarioModule } from './scenario.module.js';

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: any;
}

/** A service with departments in memory, reached over HTTP as anybody would. */
export interface ServiceInMemory {
  readonly url: string;
  readonly store: EventStore;
  readonly clock: ScenarioClock;
  readonly offices: Offices;
  /** A token for these roles. */
  token(...roles: string[]): Promise<string>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  facts(stream?: string): Promise<Enveloped[]>;
  close(): Promise<void>;
}

const global = (provide: symbol, useValue: unknown): DynamicModule => ({
  module: class Given {},
  global: true,
  providers: [{ provide, useValue }],
  exports: [provide],
});

/** Opens one at an instant. `post` and `get` carry a token for every role unless they are given another. */
export async function serviceInMemory(departments: readonly AnyDepartment[], at: string): Promise<ServiceInMemory> {
  const folder = await mkdtemp(join(tmpdir(), 'department-'));
  const issuer = await embeddedIssuer(folder);
  const clock = new ScenarioClock(at);
  const store = memoryEventStore({ clock });
  const service = await open(
    {
      module: class Service {},
      imports: [
        global(EVENT_STORE, store),
        global(CLOCK, clock),
        IdentityModule.for(issuer),
        ...departments.map((department) => DepartmentModule.for(department)),
        ScenarioModule.for(clock),
      ],
    },
    {
      configuration: readConfiguration({ PORT: '0', HOST: '127.0.0.1', TAIZHANG_DATA: folder }).configuration,
      log: openLog({ level: 'silent' }),
      drainLimits: { lameDuckMs: 0, inFlightMs: 5_000 },
    },
  );
  const token = (...roles: string[]) => issuer.mint({ subject: 'li', client: 'pilot', roles, ttlSeconds: 600 });
  const all = await token(
    ...departments.map(({ language }) => `department:${language.department}:post`),
    'government:decide',
    'operator',
  );
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const answer = await fetch(service.url + path, init);
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') && !path.endsWith('/batch');
    return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text };
  };
  return {
    url: service.url,
    store,
    clock,
    offices: service.app.get(Offices),
    token,
    post: (path, body, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { authorization: `Bearer ${all}`, 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    get: (path, headers = {}) => ask(path, { headers: { authorization: `Bearer ${all}`, ...headers } }),
    async facts(stream) {
      const all: Enveloped[] = [];
      for await (const { events } of store.readAll(0)) all.push(...events.map(decode));
      return all.filter((fact) => !stream || fact.stream === stream);
    },
    async close() {
      await service.close();
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}
