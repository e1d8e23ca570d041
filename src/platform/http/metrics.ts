import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What a running server tells Prometheus: how often, how fast, how it ended; nothing about anybody. */
export type Metrics = {
  registry: Registry;
  answered: (operation: string, status: number, seconds: number) => void;
  problem: (operation: string, code: string) => void;
  uploaded: (bytes: number) => void;
};

/** @param connections how many connections to the database are in use now. */
export function makeMetrics(connections: () => number, { ofTheProcess = true } = {}): Metrics {
  const registry = new Registry();
  if (ofTheProcess) collectDefaultMetrics({ register: registry });
  const requests = new Counter({ name: 'tessera_requests_total', help: 'Answers by operation and status', labelNames: ['operation', 'status'], registers: [registry] });
  const seconds = new Histogram({
    name: 'tessera_request_seconds', help: 'Time until the answer was sent, by operation', labelNames: ['operation'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1, 3, 10, 60], registers: [registry],
  });
  const problems = new Counter({ name: 'tessera_problems_total', help: 'Problems by operation and code', labelNames: ['operation', 'code'], registers: [registry] });
  const bytes = new Counter({ name: 'tessera_uploaded_bytes_total', help: 'Bytes of uploads', registers: [registry] });
  new Gauge({ name: 'tessera_database_connections', help: 'Connections to the database in use', registers: [registry], collect() { this.set(connections()); } });
  return {
    registry,
    answered(operation, status, took) {
      requests.inc({ operation, status });
      seconds.observe({ operation }, took);
    },
    problem: (operation, code) => problems.inc({ operation, code }),
    uploaded: (n) => bytes.inc(n),
  };
}
