"""What touches the world: classes that are handed their clients, one method an activity."""
