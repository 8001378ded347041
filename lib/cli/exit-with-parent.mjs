// Loaded into every process that `up` starts: when `up` is gone, however it went, this process ends as well.
if (process.channel) {
  process.channel.unref();
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 25_000).unref();
  });
}
