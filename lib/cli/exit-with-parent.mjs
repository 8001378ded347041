// Loaded into every process that `up` starts: when `up` is gone, however it went, this process ends as well.
// Children of such a process inherit the loading, but their channel is not ours to touch.
if (process.channel && process.ppid === Number(process.env.TWELVEFOLD_UP_PID)) {
  process.channel.unref();
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 25_000).unref();
  });
}
