import { existsSync, readFileSync } from 'node:fs';

/** Tells the bench what this process has used, and lets it end. */
export function reportUsage() {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  // On Linux a new process begins with the peak of the one that started it; the kernel's own figure does not.
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const peakKb = Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? maxRSS);
  process.send?.({ peakKb, cpuMs: (userCPUTime + systemCPUTime) / 1000 });
  process.disconnect?.();
}
