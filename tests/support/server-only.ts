// Next's marker package throws outside a server bundle; tests run the same modules in plain Node.
export {};
