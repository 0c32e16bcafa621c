import { Inject, Injectable, Optional } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { isId } from '#contracts';
import { CLOCK, EVENT_STORE, type Clock, type EventStore } from '#event-store';
import { demand, isSystemOf, NotPermitted, type Principal } from '#identity';
import { METRICS, type Registry } from '#runtime';
import { actOf } from './act.js';
import { Decision } from './decision.js';
import { decisionMetrics, type Appending, type DecisionMetrics } from './decision-metrics.js';
import { fingerprintOf, repeatableIds, uniqueIds } from './event-ids.js';
import type { Receipt } from './receipt.js';
import { Records } from './records.js';
import { Requests } from './requests.js';
import type { Submission } from './submission.js';
import { Turns } from './turns.js';
import { notAnId } from './unacceptable.js';
import type { Verb } from './verb.js';

/** "Put this command to the law of this record." The one command that every department dispatches. */
export class Decide extends Command<Receipt> {
  constructor(
    readonly verb: Verb,
    /** Id of the record. */
    readonly id: string,
    /** The command's fields, those of the act among them; checked here, whoever sends it. */
    readonly data: unknown,
    readonly submission: Submission,
  ) {
    super();
  }
}

/**
 * The one handler: permission, fields, time, then the decision.
 *
 * Throws `NotPermitted`, `Unacceptable`, `Refusal`, `StaleRevision` after three retries, or `Unavailable`; after any of
 * them nothing was written. The receipt is given when the facts are durable.
 */
@Injectable()
@CommandHandler(Decide)
export class DecideHandler implements ICommandHandler<Decide> {
  readonly #records: Records;
  readonly #requests = new Requests();
  readonly #turns = new Turns();
  readonly #metrics: DecisionMetrics | undefined;
  readonly #store: Appending;

  constructor(
    @Inject(EVENT_STORE) store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Optional() @Inject(METRICS) metrics?: Registry,
  ) {
    this.#records = new Records(store);
    this.#metrics = metrics && decisionMetrics(metrics);
    this.#store = this.#metrics?.timing(store) ?? store;
  }

  async execute(command: Decide): Promise<Receipt> {
    const { department } = command.verb;
    try {
      const receipt = await this.#decide(command);
      this.#metrics?.answered(department, receipt);
      return receipt;
    } catch (error) {
      this.#metrics?.failed(department, error);
      throw error;
    }
  }

  async #decide({ verb, id, data, submission }: Decide): Promise<Receipt> {
    permit(verb, submission.by);
    if (!isId(id)) throw notAnId(verb.idName);
    const check: Verb['check'] = verb.check;
    check(data);
    const act = actOf(data, submission.by, this.clock.now());

    const stream = `${verb.decider.name}-${id}`;
    const { key, by } = submission;
    const order = { verb, id, stream, data, act, submission };
    if (!key) {
      const decision = new Decision(this.#store, this.#records, { ...order, ids: uniqueIds() });
      return this.#turns.take(stream, () => decision.reach());
    }
    // What the ledger tells itself to do is known by its cause alone: a policy may word a command otherwise tomorrow.
    const request = fingerprintOf(stream, verb.name, isSystemOf(by, verb.department) ? key : data);
    const decision = new Decision(this.#store, this.#records, {
      ...order,
      ids: repeatableIds(verb.department, by.client, key),
      request,
    });
    const known = { key: JSON.stringify([verb.department, by.client, ...key]), request, remembered: key[0] === 'key' };
    return this.#requests.once(known, () => this.#turns.take(stream, () => decision.reach()));
  }
}

function permit({ department, traits, need, name }: Verb, by: Principal): void {
  if (isSystemOf(by, department)) return;
  if (traits.issuedBy === 'system')
    throw new NotPermitted(
      'identity/system-only',
      { zh: `${name} 只由台账自身发出`, en: `${name} is given by the ledger itself only` },
      {
        zh: '该事项由期限或其他部门的登记自动触发，无需提交',
        en: 'It follows by itself from a deadline or from what another department posts; nothing needs to be sent',
      },
    );
  demand(by, need);
}
