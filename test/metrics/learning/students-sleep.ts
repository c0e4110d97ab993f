/** Student (1908): hours of sleep gained with one drug, and with another, by the same ten people. */
export const studentsSleep = {
  before: [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
  after: [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
}
