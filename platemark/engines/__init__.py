"""Image engines: the protocol they implement, the registry that finds them, and the engines built into Platemark."""
