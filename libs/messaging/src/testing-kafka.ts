/** What a broker of our own can be made to suffer. */
export interface BrokerFaults {
  /** What a power cut does: no goodbye, every connection lost. */
  kill(): Promise<void>;
  /** On the same port and data, until it answers. */
  start(): Promise<void>;
  /** Connections stay open and nothing answers. */
  freeze(): Promise<void>;
  thaw(): Promise<void>;
}

/** A real Apache Kafka on loopback. For tests and benchmarks only. */
export interface TestingBroker {
  readonly version: string;
  readonly brokers: readonly string[];
  /** A listener that wants to know who is there (SASL, SCRAM-SHA-512), where the broker is our own. */
  readonly guarded?: { readonly brokers: readonly string[]; readonly username: string; readonly password: string };
  /** Absent for a broker that others use too. */
  readonly faults?: BrokerFaults;
  stop(): Promise<void>;
}

export interface BrokerOptions {
  /** A broker of our own, which can be killed, even where `KAFKA_BROKERS` names one. */
  readonly own?: boolean;
  /** As it runs in production, with its whole heap and compiler; tests start quicker without. */
  readonly fullSpeed?: boolean;
}
