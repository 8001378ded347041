/** What an order asks of the till: its total less what gift certificates paid, minor units. */
export function dueMinorOf(order: { totalMinor: number; certificateMinor: number }): number {
  return order.totalMinor - order.certificateMinor;
}
