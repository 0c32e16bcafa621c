import type { Recorded } from '#decider';

/** One part of a dossier with its own small fold. */
export interface Section<State extends object = any> {
  readonly blank: State;
  /**
   * Keyed by qualified type. Answers with the state itself when the fact changes nothing here. The key is that of the
   * dossier, for facts that are filed with several.
   */
  readonly when: { readonly [type: string]: (state: State, fact: Recorded, key?: string) => State };
}

export const section = <State extends object>(parts: Section<State>): Section<State> => parts;

/** When something came to be so by law, and which event says it. */
export interface Said {
  readonly at: string;
  readonly eventId: string;
}

export const said = ({ occurredAt, id }: Recorded): Said => ({ at: occurredAt, eventId: id });
